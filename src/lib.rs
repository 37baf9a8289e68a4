#![doc = include_str!("ARCHITECTURE.md")]

pub mod money;
pub mod time;

pub mod text;

pub mod domain;

pub mod request;

pub mod pack;

pub mod models;

pub mod rules;

pub mod store;

pub mod intake;

pub mod service;

pub mod view;

pub mod front;
