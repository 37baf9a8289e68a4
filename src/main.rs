#![doc = "tekil: one screen about one customer."]
fn main() {}
