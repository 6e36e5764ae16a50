package org.tongban.core.web;

import java.util.Map;
import java.util.UUID;

/**
 * Adds audit records in the transaction under way (CO-55). A {@link Write} in one phase records by itself from its
 * {@link Audited} answer; one in two phases calls {@link #record} in the transaction of its outcome, and so does a
 * refusal that must leave a trace.
 */
public interface AuditTrail {
    /**
     * Records the present write as done.
     *
     * @param subjectType the kind of record, {@code module/noun}
     * @param digest what changed, personal data masked
     */
    void record(String subjectType, UUID subject, Map<String, Object> digest);

    /** Records that the present write was refused, in a transaction that commits. */
    void recordRefusal(String subjectType, UUID subject, Map<String, Object> digest);

    /**
     * Records that the present request gives personal identifiers in clear.
     *
     * @param action that of the endpoint's {@link Discloses}
     */
    void recordReading(String action, String subjectType, UUID subject, Map<String, Object> digest);

    /**
     * Records what a task did by itself, without a request.
     *
     * @param task the id of the declared task, under which the trail has it
     */
    default void recordTask(String task, String subjectType, UUID subject, Map<String, Object> digest) {
        recordTask(task, subjectType, Map.of(subject, digest));
    }

    /**
     * The same of many subjects at once.
     *
     * @param digests what changed of each, in an order that is kept
     */
    void recordTask(String task, String subjectType, Map<UUID, Map<String, Object>> digests);
}
