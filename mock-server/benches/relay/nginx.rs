//! nginx as a peer: the same CA, the same kind of server certificate, a file of 100 bytes.

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::Path;
use std::process::{Command, Stdio};

use rcgen::{CertificateParams, ExtendedKeyUsagePurpose, Issuer, KeyPair, KeyUsagePurpose};

use crate::Failure;
use crate::child::{self, Process};

/// The file that it serves.
pub(crate) const FILE: &str = "/100";

/// Starts it in the folder with a certificate of the CA.
pub(crate) fn start(folder: &Path, authority: &str) -> Result<(Process, SocketAddr), Failure> {
    certificate(folder, authority)?;
    fs::create_dir_all(folder.join("www"))?;
    fs::write(folder.join("www").join(FILE.trim_start_matches('/')), [b'x'; 100])?;
    // nginx cannot take a free port by itself; the one found here is free again at once.
    let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
    fs::write(folder.join("nginx.conf"), config(port))?;
    let mut command = child::pinned(Path::new("nginx"));
    command.args(["-e", "error.log", "-c", "nginx.conf", "-p"]).arg(folder);
    let mut process = Process::start(command.stdout(Stdio::null()).stderr(Stdio::null()))?;
    let addr = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let up = process.until(|| TcpStream::connect(addr).ok());
    up.map_err(|problem| {
        let log = fs::read_to_string(folder.join("error.log")).unwrap_or_default();
        format!("nginx: {problem}\n{log}")
    })?;
    Ok((process, addr))
}

/// What it says of itself and of its OpenSSL.
pub(crate) fn version() -> Result<String, Failure> {
    let told = Command::new("nginx").arg("-V").output()?;
    let told = String::from_utf8_lossy(&told.stderr).into_owned();
    let lines = told.lines().filter(|line| line.contains("version") || line.contains("OpenSSL"));
    Ok(lines.collect::<Vec<_>>().join("; "))
}

/// A server certificate of the relay's CA, with the key usages that the relay's own has.
fn certificate(folder: &Path, authority: &str) -> Result<(), Failure> {
    let issuer = Issuer::from_ca_cert_pem(authority, KeyPair::from_pem(private_key(authority)?)?)?;
    let mut params = CertificateParams::new(vec!["localhost".to_owned(), "127.0.0.1".to_owned()])?;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth];
    params.use_authority_key_identifier_extension = true;
    let key = KeyPair::generate()?;
    fs::create_dir_all(folder)?;
    fs::write(folder.join("server.pem"), params.signed_by(&key, &issuer)?.pem())?;
    fs::write(folder.join("server.key"), key.serialize_pem())?;
    fs::write(folder.join("ca.pem"), authority)?;
    Ok(())
}

/// The key follows the certificate in one text.
fn private_key(authority: &str) -> Result<&str, Failure> {
    let at = authority.find("-----BEGIN PRIVATE KEY-----").ok_or("the CA has no key")?;
    Ok(authority.get(at..).unwrap_or_default())
}

/// As fast as it can be made: no log, files kept open, connections without end, no tickets.
fn config(port: u16) -> String {
    format!(
        "user root;
worker_processes 1;
daemon off;
pid nginx.pid;
error_log error.log crit;
events {{ worker_connections 1024; }}
http {{
  access_log off;
  default_type text/plain;
  open_file_cache max=16;
  keepalive_requests 1000000000;
  keepalive_timeout 600;
  client_body_temp_path temp; proxy_temp_path temp; fastcgi_temp_path temp; uwsgi_temp_path temp; scgi_temp_path temp;
  server {{
    listen 127.0.0.1:{port} ssl;
    root www;
    ssl_certificate server.pem;
    ssl_certificate_key server.key;
    ssl_client_certificate ca.pem;
    ssl_verify_client on;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_session_tickets off;
    ssl_session_cache off;
  }}
}}
"
    )
}
