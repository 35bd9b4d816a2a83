"""experiment driver; see below"""
