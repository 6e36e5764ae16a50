package org.tongban.faults.fuzz;

import java.io.IOException;
import java.net.URI;

/** A client that sends a request and goes away before the answer. */
public final class Abandoned {
    private Abandoned() {}

    /** Posts without a body under a key. */
    public static void post(URI server, String path, String token, String key) throws IOException {
        var request = new Draft("POST", path)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key);
        try (var wire = new Wire(server)) {
            wire.abandon(request.bytes());
        }
    }
}
