package org.tongban.core.audit.chain;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command {@code audit-verify}: checks an export on any machine, without the platform and its database (CO-56). */
public final class AuditVerify {
    private static final String USAGE = """
        Usage: audit-verify EXPORT [--jwks FILE]… [--anchor FILE|FOLDER]…
          EXPORT    a file of GET /api/platform/v1/audit/export
          --jwks    the platform's public keys, as /.well-known/jwks.json had them
          --anchor  anchors from the object store or the log: JSON, or the JWS alone
        Ends with 0 where nothing is wrong, with 1 where something is, with 2 where it cannot be checked.\
        """;

    private final List<Path> exports = new ArrayList<>();
    private final List<Anchor> anchors = new ArrayList<>();
    private final List<JWK> keys = new ArrayList<>();

    private AuditVerify() {}

    /** Exit code 0 where nothing is wrong, 1 with the first finding, 2 where it cannot be checked. */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /** The exit code; what there is to say goes to {@code out}. */
    static int run(PrintStream out, String... arguments) {
        var verify = new AuditVerify();
        try {
            if (!verify.understands(List.of(arguments))) {
                out.println(USAGE);
                return 2;
            }
            return verify.check(out);
        } catch (IOException | ParseException e) {
            out.println("It cannot be checked: " + e.getMessage());
            return 2;
        }
    }

    private boolean understands(List<String> arguments) throws IOException, ParseException {
        for (int i = 0; i < arguments.size(); i++) {
            var word = arguments.get(i);
            if (!word.startsWith("--")) {
                exports.add(Path.of(word));
                continue;
            }
            if (++i == arguments.size()) {
                return false;
            }
            var file = Path.of(arguments.get(i));
            switch (word) {
                case "--jwks" ->
                    keys.addAll(JWKSet.parse(Files.readString(file)).getKeys());
                case "--anchor" -> takeAnchors(file);
                default -> {
                    return false;
                }
            }
        }
        return exports.size() == 1;
    }

    private void takeAnchors(Path place) throws IOException, ParseException {
        if (Files.isDirectory(place)) {
            try (var files = Files.list(place)) {
                for (var file : files.sorted().toList()) {
                    takeAnchors(file);
                }
            }
            return;
        }
        var text = Files.readString(place).strip();
        var jws = text.startsWith("{")
                ? new JsonMapper().readTree(text).path("jws").asText()
                : text;
        anchors.add(Anchor.read(jws).orElseThrow(() -> new IOException(place + " holds no anchor.")));
    }

    private int check(PrintStream out) throws IOException {
        var trusted = keys.isEmpty() ? null : new JWKSet(keys);
        try (var lines = Files.newBufferedReader(exports.getFirst())) {
            var report = new ExportCheck(anchors, trusted).of(lines);
            out.printf(
                    "Export of %s from %s until %s%n",
                    report.head().path("issuer").asText(),
                    report.head().path("from").asText(),
                    report.head().path("until").asText());
            out.printf("%d records are as they were sealed, up to number %d.%n", report.records(), report.last());
            sayAnchors(out, report, trusted);
            return verdict(out, report.finding());
        }
    }

    private static void sayAnchors(PrintStream out, ExportCheck.Report report, @Nullable JWKSet trusted) {
        out.printf("%d anchors agree, up to number %d.%n", report.anchors(), report.anchored());
        if (trusted == null) {
            out.println("The keys were taken from the export itself: give those you know with --jwks.");
        }
        if (report.last() > report.anchored()) {
            out.println("What follows is chained, but no anchor vouches for it yet.");
        }
    }

    private static int verdict(PrintStream out, @Nullable Finding finding) {
        if (finding == null) {
            out.println("Nothing is wrong.");
            return 0;
        }
        out.printf(
                "WRONG: %s, number %d%s: %s%n",
                finding.kind().code(),
                finding.sequence(),
                finding.record() == null ? "" : ", record " + finding.record(),
                finding.said());
        return 1;
    }
}
