"""Times: finding them in a text, and turning what they say into TIMEX3 and EDTF. It knows no language."""
