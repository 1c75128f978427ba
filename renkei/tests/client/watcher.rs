//! The outbox of a care software that writes slowly, in pieces, and sometimes wrongly.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::world::{PLANNER, Pc, SERVICE, World, actuals, bodies, text};

const SOON: Duration = Duration::from_secs(30);

struct Watcher(Child);

impl Watcher {
    fn start(pc: &Pc, outbox: &Path, inbox: &Path, more: &[&str]) -> Self {
        let (outbox, inbox) = (text(outbox), text(inbox));
        let mut args = vec!["watch", "--outbox", &outbox, "--inbox", &inbox, "--every", "1", "--settle", "1"];
        args.extend(more);
        Self(pc.command(&args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the binary starts"))
    }

    fn stop(mut self) -> Option<i32> {
        let asked = Command::new("kill").args(["-INT", &self.0.id().to_string()]).status().expect("kill");
        assert!(asked.success());
        self.0.wait().expect("its state").code()
    }
}

impl Drop for Watcher {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < SOON, "{what}");
        thread::sleep(Duration::from_millis(30));
    }
}

#[test]
fn a_set_that_is_written_slowly_is_sent_once_it_is_whole_and_what_arrives_lies_in_the_inbox() {
    let world = World::new();
    let (pc, other) = (world.here("pc", PLANNER), world.here("other", SERVICE));
    let (outbox, inbox) = (world.dir("outbox"), world.path("inbox"));
    let watcher = Watcher::start(&pc, &outbox, &inbox, &["--layout", "flat"]);
    let name = |kind: &str| outbox.join(format!("{kind}_202505_{PLANNER}_43_{SERVICE}_15_20250601000009.CSV"));
    for kind in ["UPHOSOKU", "UPPLAN", "UPSIKYU"] {
        let mut file = File::create(name(kind)).expect("made");
        for piece in 0..4 {
            file.write_all(format!("{kind} {piece}\r\n").as_bytes()).expect("written");
            file.flush().expect("written");
            thread::sleep(Duration::from_millis(400));
        }
        assert!(world.inbox(SERVICE).is_empty(), "the set is not complete");
    }
    until("it was not sent", || world.inbox(SERVICE).len() == 1);
    let files = &world.inbox(SERVICE)[0].files;
    assert_eq!(files.len(), 3);
    assert!(files.iter().all(|file| file.size >= 4 * 9), "{files:?}");
    until("it was not moved", || outbox.join("sent").is_dir() && bodies(&outbox.join("sent")).len() == 3);
    let back = world.dir("back");
    actuals(&back, 1, 5_000);
    other.done(&["send", &text(&back)]);
    until("nothing arrived", || inbox.is_dir() && bodies(&inbox) == bodies(&back));
    let second = pc.run(&["watch", "--outbox", &text(&outbox), "--once"]);
    assert_eq!(second.status.code(), Some(2), "two watchers on one home");
    assert_eq!(watcher.stop(), Some(0));
}

#[test]
fn what_cannot_be_sent_is_set_aside_with_the_reason_and_the_rest_goes() {
    let world = World::new();
    let pc = world.here("pc", SERVICE);
    let outbox = world.dir("outbox");
    actuals(&outbox, 1, 100);
    let put = |name: &str| fs::write(outbox.join(name), "x").expect("written");
    let refused = format!("UPJSK_202505_{SERVICE}_11_{PLANNER}_43_20250601000009.CSV");
    let foreign = format!("UPJSK_202505_9970000003_15_{PLANNER}_43_20250601000009.CSV");
    let lonely = format!("UPPLAN_202505_{SERVICE}_15_{PLANNER}_43_20250601000010.CSV");
    [refused.as_str(), &foreign, &lonely, "UPJSK copy.CSV", "notes.docx"].into_iter().for_each(put);
    let output = pc.run(&["watch", "--outbox", &text(&outbox), "--once", "--settle", "1", "--grace", "1"]);
    assert_eq!(output.status.code(), Some(1), "{}", super::world::said(&output));
    assert_eq!(world.inbox(PLANNER).len(), 1);
    let aside = outbox.join("refused");
    for (name, words) in [
        (refused.as_str(), "サービス種類コード"),
        (&foreign, "送信元"),
        (&lonely, "UPSIKYU"),
        ("UPJSK copy.CSV", "標準仕様の形ではありません"),
    ] {
        assert!(aside.join(name).is_file() && !outbox.join(name).exists(), "{name}");
        let why = fs::read_to_string(aside.join(format!("{name}.txt"))).expect("a reason");
        assert!(why.contains(words) && why.contains("直し方：") && why.contains(name), "{why}");
    }
    assert!(outbox.join("notes.docx").is_file(), "what is not of the exchange stays");
    let output = pc.run(&["watch", "--outbox", &text(&outbox), "--once", "--settle", "1"]);
    assert_eq!(output.status.code(), Some(0), "{}", super::world::said(&output));
}

#[test]
fn a_watcher_waits_for_a_relay_that_is_gone_and_goes_on_when_it_is_back() {
    let world = World::new();
    let gone = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    let line = std::sync::Arc::clone(&gone);
    let proxy = super::proxy::Proxy::start(world.relay.addr(), move |_| {
        if line.load(std::sync::atomic::Ordering::SeqCst) { (0, 0) } else { super::proxy::WHOLE }
    });
    let pc = world.pc("pc", SERVICE, &proxy.url());
    let outbox = world.dir("outbox");
    actuals(&outbox, 1, 100);
    let watcher = Watcher::start(&pc, &outbox, &world.path("inbox"), &[]);
    until("it does not try again", || proxy.count.load(std::sync::atomic::Ordering::SeqCst) >= 2);
    gone.store(false, std::sync::atomic::Ordering::SeqCst);
    until("it does not go on", || world.inbox(PLANNER).len() == 1);
    until("it was not moved", || outbox.join("sent").is_dir() && bodies(&outbox.join("sent")).len() == 1);
    assert_eq!(watcher.stop(), Some(0));
}
