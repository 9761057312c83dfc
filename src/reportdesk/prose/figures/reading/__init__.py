"""A paragraph read sentence by sentence: what one group leaves to the next, and figures weighed together."""
