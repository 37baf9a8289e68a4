//! STUB until the flow branch is merged.
#![allow(missing_docs, clippy::all)]
pub mod figure { #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)] pub enum LegKind { DepositBreak, FxBuy, FundBuy } }
pub mod plan;
pub use plan::{Plan, PlannedLeg, FactChange, OfferEnd, CoreOrder};
use std::{collections::BTreeMap, sync::Arc};
use crate::{domain::{Refusal, operator::{Role, Verification}}, pack::Pack, request::flow::{FlowBegun, FlowWork}, text::Said};
#[derive(Debug, Clone, Default)]
pub struct Flows(BTreeMap<String, Arc<Flow>>);
impl Flows { pub fn get(&self, name: &str) -> Option<&Arc<Flow>> { self.0.get(name) } pub fn iter(&self) -> impl Iterator<Item = &Arc<Flow>> { self.0.values() } }
#[derive(Debug, Clone)]
pub struct SafePoint { pub name: Said, pub unit: String, pub hours: String, pub task: Said }
#[derive(Debug, Clone)]
pub struct Flow { pub name: String, pub title: Said, pub level: Verification, pub revision: String, pub hold: String, pub takes: Vec<String>, pub drops: Vec<String>, pub wrap_up: Said, pub safe_point: SafePoint, pub screens: Vec<u8> }
impl Flow { pub fn limit(&self, _role: Role) -> Option<&str> { None } }
#[derive(Debug, Clone)]
pub struct Run;
impl Run { pub fn begin(_: Arc<Flow>, _: Arc<Pack>, _: FlowBegun) -> Run { Run } pub fn plan(&self) -> Result<Plan, Refusal> { Err(Refusal::RunEnded) } pub fn work(&self) -> FlowWork { todo!() } }
