//! Numbers of models: value, propensity, score cards. Pure, and the only room for floats.
