//! A relay with offices, and their PCs: each a folder with a home for the client.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use careplan::name::FileName;
use mock_server::assumptions::{Assumed, Profile};
use mock_server::client::Client;
use mock_server::wire::Envelope;
use mock_server::{ClientIdentity, Office, Relay, RelayConfig, Running};
use tempfile::TempDir;
use tokio::runtime::Runtime;

/// 居宅介護支援.
pub(crate) const PLANNER: &str = "9970000001";
/// 通所介護.
pub(crate) const SERVICE: &str = "9970000002";

/// Another 居宅介護支援.
pub(crate) const OTHER: &str = "9970000003";

pub(crate) struct World {
    pub(crate) folder: TempDir,
    pub(crate) relay: Running,
    /// Dropped last: the relay lives on it.
    pub(crate) runtime: Runtime,
}

impl World {
    /// With the planner and the service.
    pub(crate) fn new() -> Self {
        Self::with(&BTreeMap::from([
            (PLANNER.to_owned(), vec!["43".to_owned()]),
            (SERVICE.to_owned(), vec!["15".to_owned()]),
        ]))
    }

    /// With these offices and their service types. Looking into an inbox takes nothing away here:
    /// the tests do so all the time.
    pub(crate) fn with(offices: &BTreeMap<String, Vec<String>>) -> Self {
        Self::assuming(offices, Assumed::of(Profile::Web41))
    }

    /// The planner, another planner and the service, in a profile with choices. Unless it is
    /// chosen otherwise, the certificate is enough.
    pub(crate) fn of(profile: Profile, choices: &[(&str, &str)]) -> Self {
        let mut assumed = Assumed::of(profile);
        for (id, value) in [("login", "certificate")].iter().chain(choices) {
            assumed.choose(id, value).expect("an assumption");
        }
        let offices = [(PLANNER, "43"), (OTHER, "43"), (SERVICE, "15")];
        Self::assuming(&offices.map(|(number, kind)| (number.to_owned(), vec![kind.to_owned()])).into(), assumed)
    }

    fn assuming(offices: &BTreeMap<String, Vec<String>>, assumed: Assumed) -> Self {
        let runtime = Runtime::new().expect("a runtime");
        let office = |(number, types): (&String, &Vec<String>)| {
            let types: Vec<&str> = types.iter().map(String::as_str).collect();
            Office::new(number.parse().expect("a number"), "架空事業所", &types)
        };
        let offices = offices.iter().map(office).collect();
        let control = "127.0.0.1:0".parse().ok();
        let config = RelayConfig { offices, assumed, control, ..RelayConfig::default() };
        let relay = runtime.block_on(Relay::start(config)).expect("a relay");
        Self { folder: tempfile::tempdir().expect("a folder"), relay, runtime }
    }

    /// The journal of the environment, as its control gives it.
    pub(crate) fn journal(&self) -> String {
        let url = self.relay.control_url().expect("a control");
        let host = url.trim_start_matches("http://");
        let mut stream = TcpStream::connect(host).expect("connected");
        let request =
            format!("GET /control/v1/journal?limit=1000 HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).expect("written");
        let mut text = String::new();
        stream.read_to_string(&mut text).expect("read");
        text
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A folder, made.
    pub(crate) fn dir(&self, name: &str) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(&path).expect("made");
        path
    }

    /// Sets up a PC of an office; `url` is the relay's or that of something before it.
    pub(crate) fn pc(&self, name: &str, office: &str, url: &str) -> Pc {
        let papers = self.dir(&format!("{name}-papers"));
        let identity = self.identity(office);
        for (file, pem) in
            [("ca.pem", self.relay.ca_pem()), ("cert.pem", &identity.cert_pem), ("key.pem", &identity.key_pem)]
        {
            fs::write(papers.join(file), pem).expect("written");
        }
        let pc = Pc { home: self.path(name) };
        let file = |name: &str| papers.join(name).to_string_lossy().into_owned();
        let args =
            ["setup", "--url", url, "--ca", &file("ca.pem"), "--cert", &file("cert.pem"), "--key", &file("key.pem")];
        let set = pc.run(&args);
        assert_eq!(set.status.code(), Some(0), "{}", said(&set));
        pc
    }

    pub(crate) fn here(&self, name: &str, office: &str) -> Pc {
        self.pc(name, office, &self.relay.url())
    }

    /// A certificate of an office.
    fn identity(&self, office: &str) -> ClientIdentity {
        let number = office.parse().expect("a number");
        self.runtime.block_on(self.relay.issue_office(&number)).expect("a certificate")
    }

    /// A client of an office, beside its PCs.
    pub(crate) fn client(&self, office: &str) -> Client {
        let identity = self.identity(office);
        Client::new(&self.relay.url(), self.relay.ca_pem(), &identity.cert_pem, &identity.key_pem).expect("a client")
    }

    /// All that lies in the inbox of an office.
    pub(crate) fn inbox(&self, office: &str) -> Vec<Envelope> {
        let client = self.client(office);
        self.runtime.block_on(async {
            let (mut all, mut before) = (Vec::new(), None);
            loop {
                let page = client.inbox(before.as_deref()).await.expect("a page");
                all.extend(page.items);
                before = page.next;
                if before.is_none() {
                    return all;
                }
            }
        })
    }
}

/// A PC with a client that is set up.
pub(crate) struct Pc {
    pub(crate) home: PathBuf,
}

impl Pc {
    pub(crate) fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_renkei"));
        command.env_remove("RENKEI_LANG").arg("client").args(args).arg("--home").arg(&self.home);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().expect("the binary runs")
    }

    /// Runs and succeeds; gives what was said.
    pub(crate) fn done(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}: {}", said(&output));
        said(&output)
    }
}

/// Both streams.
pub(crate) fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// A path as an argument.
pub(crate) fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// Actuals of the service for the planner, under the `n`-th serial, of so many bytes.
pub(crate) fn actuals(folder: &Path, n: u32, size: usize) -> PathBuf {
    actuals_for(PLANNER, folder, n, size)
}

/// The same for another planner.
pub(crate) fn actuals_for(planner: &str, folder: &Path, n: u32, size: usize) -> PathBuf {
    let name = format!("UPJSK_202505_{SERVICE}_15_{planner}_43_202506{:02}{:06}.CSV", 1 + n / 50, n % 50);
    assert!(FileName::parse(&name).is_ok());
    let body: Vec<u8> =
        (0..size).map(|at| (at as u32).wrapping_mul(2_654_435_761).wrapping_add(n).to_be_bytes()[0]).collect();
    let path = folder.join(name);
    fs::write(&path, body).expect("written");
    path
}

/// All files below a folder but those that the client adds and what is under way: name and bytes.
pub(crate) fn bodies(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.file_name().is_some_and(|name| name == mock_server::client::collect::UNDER_WAY) {
            continue;
        }
        if path.is_dir() {
            for (name, body) in bodies(&path) {
                assert!(found.insert(name, body).is_none(), "twice in {}", folder.display());
            }
        } else {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            if !name.ends_with("message.json") && !name.ends_with("message.txt") {
                found.insert(name, fs::read(&path).expect("read"));
            }
        }
    }
    found
}

/// Numbers that follow from a seed, for moments and sizes.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % most
    }
}
