package org.tongban.core.publicdata;

import java.time.Instant;
import java.util.UUID;

/** A record of which search engines are told, and when it last changed (PO-6). */
public record PublicAddress(UUID id, Instant changedAt) {}
