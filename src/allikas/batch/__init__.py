"""Many reports read on every core of a machine into Parquet; what is done is never done twice."""
