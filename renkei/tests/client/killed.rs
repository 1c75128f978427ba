//! SIGKILL at any moment, then the same command again.

use std::collections::HashSet;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use mock_server::client::collect::UNDER_WAY;

use super::world::{Dice, PLANNER, Pc, SERVICE, World, actuals, bodies, text};

const ROUNDS: u64 = 10;

struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a command and kills it at a moment below the time that it takes.
fn kill(pc: &Pc, args: &[&str], moment: Duration) {
    let child = pc.command(args).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the binary starts");
    let _killed = Killed(child);
    thread::sleep(moment);
}

#[test]
fn a_sender_that_is_killed_at_any_moment_sends_everything_once() {
    let world = World::new();
    let pc = world.here("pc", SERVICE);
    let out = world.dir("out");
    let mut dice = Dice(42);
    let mut usual = Duration::from_millis(150);
    for round in 0..ROUNDS {
        actuals(&out, round as u32, 200_000);
        let (folder, words) = (text(&out), format!("{round}"));
        let tidy: &[&str] = &["send", &folder, "--move"];
        let talk: &[&str] = &["send", &folder, "--message", &words];
        let args = if round % 2 == 0 { tidy } else { talk };
        kill(&pc, args, usual / 10 * u32::try_from(dice.below(12)).expect("small"));
        let since = Instant::now();
        pc.done(args);
        usual = since.elapsed().min(Duration::from_millis(500));
        assert_eq!(world.inbox(PLANNER).iter().map(|message| message.files.len() as u64).sum::<u64>(), round + 1);
    }
    let messages = world.inbox(PLANNER);
    let files: Vec<&str> = messages.iter().flat_map(|message| &message.files).map(|file| file.name.as_str()).collect();
    assert_eq!(files.len() as u64, ROUNDS, "{files:?}");
    assert_eq!(files.iter().collect::<HashSet<_>>().len(), files.len());
}

#[test]
fn a_receiver_that_is_killed_at_any_moment_has_everything_whole_in_the_end() {
    let world = World::new();
    let sender = world.here("sender", SERVICE);
    let out = world.dir("out");
    for n in 0..6 {
        actuals(&out, n, 400_000);
        sender.done(&["send", &text(&out)]);
    }
    let mut dice = Dice(43);
    for (name, layout) in [("flat", "flat"), ("folders", "by-message")] {
        let pc = world.here(&format!("pc-{name}"), PLANNER);
        let inbox = world.path(name);
        let args = ["receive", &text(&inbox), "--layout", layout];
        for _ in 0..ROUNDS {
            kill(&pc, &args, Duration::from_millis(dice.below(120)));
            if inbox.exists() {
                seen_whole(&inbox, &out);
            }
        }
        pc.done(&args);
        assert_eq!(bodies(&inbox), bodies(&out));
        assert!(!inbox.join(UNDER_WAY).exists());
        assert!(pc.done(&["receive", &text(&inbox)]).contains("新しく届いたものはありません"));
    }
}

/// What is seen under its own name is whole, whatever is still under way.
fn seen_whole(inbox: &Path, out: &Path) {
    let sent = bodies(out);
    for (name, body) in bodies(inbox) {
        assert!(sent[&name] == body, "{name} is half there");
    }
}
