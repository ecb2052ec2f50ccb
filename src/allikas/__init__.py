"""Allikas reads news reports and writes down what they say and whose word it is."""
