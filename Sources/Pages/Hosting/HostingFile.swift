import Site

/// Ready configuration for those who put an edition on the web, beside its pages: servers read it
/// from there and don't hand it out.
enum HostingFile: String, CaseIterable {
  /// Netlify, Cloudflare Pages and others that read this file.
  case headers = "_headers"
  case nginx = "nginx.conf"
  case caddy = "Caddyfile"

  var path: String { rawValue }

  func text(_ edition: Edition, _ configuration: SiteConfiguration) -> String {
    let host = EditionHost(edition, configuration)
    return switch self {
    case .headers: host.headers
    case .nginx: host.nginx
    case .caddy: host.caddy
    }
  }
}

/// Where an edition is served, and with which headers.
private struct EditionHost {
  let edition: Edition
  /// Path of the base address, with a slash at both ends.
  let top: String
  let name: String
  let all: [(name: String, value: String)]

  init(_ edition: Edition, _ configuration: SiteConfiguration) {
    self.edition = edition
    top = configuration.basePath
    name = configuration.host
    all = SecurityHeaders(isInternal: edition.isInternal).all
  }

  var headers: String {
    var lines = [top + "*"] + all.map { "  \($0.name): \($0.value)" }
    lines += [top + "assets/*", "  Cache-Control: \(SecurityHeaders.assetCaching)"]
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: - nginx

  var nginx: String {
    func added(_ caching: String, indent: String) -> String {
      (all + [("Cache-Control", caching)]).map {
        "\(indent)add_header \($0.name) \"\($0.value)\" always;\n"
      }.joined()
    }
    let folder = top == "/" ? "this folder" : "the folder in which \(top) is this folder"
    let files = HostingFile.allCases.map { "location = \(top)\($0.path) { return 404; }\n" }
      .joined()
    return """
      # Edition "\(edition.name)", for nginx. Include it in the server block of the site:
      #
      #   server {
      #     listen 443 ssl;
      #     server_name \(name);
      #     ssl_certificate …;  ssl_certificate_key …;
      #     root …;                    # \(folder)
      #     include …/nginx.conf;      # this file
      #   }

      index index.html;
      charset utf-8;
      charset_types text/html text/css text/csv text/plain text/xml application/javascript
        application/json image/svg+xml;
      types {
        text/html html;
        text/css css;
        text/csv csv;
        text/plain txt;
        text/xml xml;
        application/javascript js;
        application/json json;
        image/svg+xml svg;
        image/png png;
        image/jpeg jpg jpeg;
        image/webp webp;
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
      }
      gzip on;
      gzip_vary on;
      gzip_min_length 512;
      gzip_types text/css text/csv text/plain text/xml application/javascript application/json
        image/svg+xml;
      server_tokens off;
      # Nobody's visit is written down.
      access_log off;
      error_page 404 \(top)404.html;
      \(edition.isInternal ? Self.nginxPassword : "")
      \(added(SecurityHeaders.pageCaching, indent: ""))
      # nginx forgets the headers above where a location adds its own.
      location \(top)assets/ {
      \(added(SecurityHeaders.assetCaching, indent: "  "))}
      \(files)
      """
  }

  private static let nginxPassword = """
    # For officials only: without a password nothing is handed out.
    #   htpasswd -c /etc/nginx/officials.htpasswd NAME
    auth_basic "Tai lieu noi bo";
    auth_basic_user_file /etc/nginx/officials.htpasswd;

    """

  // MARK: - Caddy

  var caddy: String {
    let headers = all.map { "\t\t\($0.name) \"\($0.value)\"\n" }.joined()
    let snippet = "headers-" + edition.name
    let files = HostingFile.allCases.map { top + $0.path }.joined(separator: " ")
    return """
      # Edition "\(edition.name)", for Caddy, which gets its certificate by itself. MINHBACH_ROOT names
      # \(top == "/" ? "this folder" : "the folder in which \(top) is this folder").

      (\(snippet)) {
      \theader {
      \(headers)\t\t-Server
      \t}
      }

      \(name) {
      \troot * {$MINHBACH_ROOT:/srv/minhbach/\(edition.name)}
      \tencode gzip
      \timport \(snippet)
      \t@assets path \(top)assets/*
      \t@pages not path \(top)assets/*
      \theader @assets Cache-Control "\(SecurityHeaders.assetCaching)"
      \theader @pages Cache-Control "\(SecurityHeaders.pageCaching)"
      \(edition.isInternal ? Self.caddyPassword : "")\t@own path \(files)
      \terror @own 404
      \tfile_server
      \thandle_errors {
      \t\timport \(snippet)
      \t\theader Cache-Control "\(SecurityHeaders.pageCaching)"
      \t\t# Nobody without a password gets the list of pages that this page is.
      \t\t@missing expression {http.error.status_code} == 404
      \t\thandle @missing {
      \t\t\trewrite * \(top)404.html
      \t\t\tfile_server
      \t\t}
      \t}
      }

      """
  }

  private static let caddyPassword = """
    \t# For officials only: a line "NAME HASH" for each; caddy hash-password makes the hash.
    \tbasicauth {
    \t\timport {$MINHBACH_USERS:/etc/caddy/officials}
    \t}

    """
}
