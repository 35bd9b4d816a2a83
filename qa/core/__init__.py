"""Types that everything else is made of; standard library only, no input or output."""
