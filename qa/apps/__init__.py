"""Programs made of the library: the command line and the functions of the public interface."""
