//! A line that is cut at any byte: nothing is sent or received twice, nothing is half there.

use std::collections::HashSet;
use std::fs;
use std::sync::atomic::Ordering;
use std::time::Duration;

use mock_server::client::Patience;
use mock_server::client::collect::{Depth, Layout, collect};
use mock_server::client::home::{Entry, Home};
use mock_server::client::parcels::gather;
use mock_server::client::post::Post;
use mock_server::limits::Limits;

use super::proxy::{Proxy, WHOLE};
use super::world::{Dice, PLANNER, SERVICE, World, actuals, bodies, text};

const PATIENCE: Patience = Patience { attempts: 6, first: Duration::from_millis(2), most: Duration::from_millis(10) };
const ROUNDS: u64 = 12;
/// Files that come in while the first is under way.
const MORE: u32 = 3;
/// More than a handshake, a message and its files together.
const FAR: u64 = 90_000;

#[test]
fn a_send_that_is_cut_anywhere_is_one_message() {
    let world = World::new();
    for round in 0..ROUNDS {
        let proxy = Proxy::start(world.relay.addr(), move |n| {
            let mut dice = Dice(round * 7 + n as u64 + 1);
            match (n, n % 2) {
                (0..3, 0) => (dice.below(FAR), u64::MAX),
                (0..3, _) => (u64::MAX, dice.below(6_000)),
                _ => WHOLE,
            }
        });
        let pc = world.pc(&format!("pc{round}"), SERVICE, &proxy.url());
        let out = world.dir(&format!("out{round}"));
        actuals(&out, round as u32, 70_000);
        let home = Home::open(&pc.home).expect("a home");
        world.runtime.block_on(async {
            let found = gather(&[out], SERVICE, &[], &Limits::default()).expect("gathered");
            let mut held = home.hold().expect("held");
            let (client, _) = home.connect(PATIENCE).await.expect("connected");
            for parcel in found.parcels {
                Post::new(&mut held, &client, false).deliver(parcel, drop).await.expect("sent in the end");
            }
        });
        assert_eq!(world.inbox(PLANNER).len() as u64, round + 1, "round {round}");
    }
}

#[test]
fn a_send_that_fails_for_good_is_finished_by_the_next_run() {
    let world = World::new();
    // The answer is cut off, later each time: at last the message is there, and the sender does not know.
    let proxy = Proxy::start(world.relay.addr(), |n| (u64::MAX, 1_000 + 100 * n as u64));
    let pc = world.pc("pc", SERVICE, &proxy.url());
    let out = world.dir("out");
    actuals(&out, 1, 50_000);
    let home = Home::open(&pc.home).expect("a home");
    let (mut runs, mut unknown) = (0, false);
    while world.runtime.block_on(async {
        let found = gather(std::slice::from_ref(&out), SERVICE, &[], &Limits::default()).expect("gathered");
        let mut held = home.hold().expect("held");
        let (client, _) = home.connect(Patience::NONE).await.expect("connected");
        let mut post = Post::new(&mut held, &client, false);
        if post.settle().await.is_err() {
            return true;
        }
        for parcel in found.parcels {
            if post.deliver(parcel, drop).await.is_err() {
                return true;
            }
        }
        false
    }) {
        runs += 1;
        let sent = |entry: &Entry| matches!(entry, Entry::Sent { .. });
        unknown |= world.inbox(PLANNER).len() > home.ledger().expect("a ledger").iter().filter(|e| sent(e)).count();
        // Meanwhile the folder grows; what was sent is not sent again with it.
        if runs <= MORE {
            actuals(&out, 1 + runs, 10);
        }
        assert!(runs < 40, "it never ends");
    }
    assert!(unknown, "no answer was lost");
    let messages = world.inbox(PLANNER);
    let names: Vec<&String> = messages.iter().flat_map(|message| &message.files).map(|file| &file.name).collect();
    assert_eq!(names.len(), 1 + MORE as usize, "{names:?}");
    assert_eq!(names.iter().collect::<HashSet<_>>().len(), names.len());
    assert!(pc.done(&["list", "sent"]).contains("送信"));
}

#[test]
fn a_receive_that_is_cut_anywhere_is_whole_in_the_end() {
    let world = World::new();
    let sender = world.here("sender", SERVICE);
    let out = world.dir("out");
    for n in 0..4 {
        actuals(&out, n, 30_000);
    }
    sender.done(&["send", &text(&out)]);
    for round in 0..ROUNDS {
        let proxy = Proxy::start(world.relay.addr(), move |n| {
            let mut dice = Dice(round * 11 + n as u64 + 1);
            if n < 4 { (u64::MAX, dice.below(FAR)) } else { WHOLE }
        });
        let pc = world.pc(&format!("pc{round}"), PLANNER, &proxy.url());
        let home = Home::open(&pc.home).expect("a home");
        let inbox = world.path(&format!("in{round}"));
        let layout = if round % 2 == 0 { Layout::Flat } else { Layout::ByMessage };
        world.runtime.block_on(async {
            let mut held = home.hold().expect("held");
            let (client, _) = home.connect(PATIENCE).await.expect("connected");
            collect(&mut held, &client, &inbox, layout, Depth::All, drop).await.expect("received in the end");
        });
        assert_eq!(bodies(&inbox), bodies(&out), "round {round}");
        assert!(!inbox.join(mock_server::client::collect::UNDER_WAY).exists());
    }
}

#[test]
fn a_large_attachment_goes_on_where_it_was_cut_and_does_not_begin_anew() {
    const SIZE: u64 = 4_000_000;
    const EACH: u64 = 500_000;
    let world = World::new();
    let sender = world.here("sender", SERVICE);
    let scan = world.path("scan.pdf");
    let mut body = b"%PDF-1.7\n".to_vec();
    body.extend((0..SIZE as u32 / 4).flat_map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()));
    fs::write(&scan, &body).expect("written");
    sender.done(&["send", "--attach", &text(&scan), "--to", PLANNER]);
    // No connection lives to carry the whole of it: only who goes on gets there.
    let proxy = Proxy::start(world.relay.addr(), |_| (u64::MAX, EACH));
    let pc = world.pc("pc", PLANNER, &proxy.url());
    let home = Home::open(&pc.home).expect("a home");
    let inbox = world.path("in");
    world.runtime.block_on(async {
        let mut held = home.hold().expect("held");
        let (client, _) = home.connect(PATIENCE).await.expect("connected");
        collect(&mut held, &client, &inbox, Layout::ByMessage, Depth::All, drop).await.expect("received in the end");
    });
    assert!(bodies(&inbox).get("scan.pdf") == Some(&body));
    let (count, down) = (proxy.count.load(Ordering::SeqCst) as u64, proxy.down.load(Ordering::SeqCst));
    assert!(count > SIZE / EACH && down < SIZE + SIZE / 4, "{count} connections, {down} bytes");
}
