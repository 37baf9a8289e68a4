#![doc = include_str!("ARCHITECTURE.md")]

pub mod money;
pub mod time;

pub mod key;

pub mod text;

pub mod domain;

pub mod request;

pub mod action;

pub mod pack;

pub mod models;

pub mod rules;

pub mod flow;

pub mod store;

pub mod intake;

pub mod search;

pub mod service;

pub mod keymap;

pub mod macros;

pub mod app;

pub mod view;

pub mod terminal;

pub mod runtime;

pub mod front;
