package org.tongban.core.web;

import java.util.Map;
import java.util.UUID;

/** An answer that says which record a write was about, for the audit record (CO-55). */
public interface Audited {
    /** The kind of record, {@code module/noun}. */
    String auditSubject();

    /** The record's id. */
    UUID auditId();

    /** What changed, personal data masked; empty where the action alone says it. */
    default Map<String, Object> auditDigest() {
        return Map.of();
    }
}
