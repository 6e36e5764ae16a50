package org.tongban.core.audit.chain;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the command {@code audit-verify} and answers what it says. */
public final class VerifyAway {
    private VerifyAway() {}

    /** What it prints. */
    public static String run(String... arguments) {
        var out = new ByteArrayOutputStream();
        AuditVerify.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
        return out.toString(StandardCharsets.UTF_8);
    }
}
