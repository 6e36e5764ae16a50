package org.tongban.core.audit.trail;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.tongban.core.audit.chain.ChainLink;

/** The seal of a record: its place in the chain (CO-56). */
@MappedEntity(value = "audit_seal", schema = "core")
record SealRow(@Id long sequence, UUID recordId, String txid, String hash, Instant sealedAt) {
    /** What stands before the first: behind it comes every record. */
    static final SealRow NONE = new SealRow(0, new UUID(0, 0), "0", ChainLink.BEGINNING, Instant.EPOCH);
}
