package org.tongban.core.audit.chain;

import org.jspecify.annotations.Nullable;

/**
 * The first thing wrong with a chain (CO-56).
 *
 * @param sequence the number of the record in the chain; 0 where it has none
 * @param record the record's id, where it is known
 * @param said what is wrong, in English
 */
public record Finding(Kind kind, long sequence, @Nullable String record, String said) {
    /** What became of the record. */
    public enum Kind {
        /** Its content or its place is not what was sealed. */
        ALTERED("altered"),
        /** It is gone. */
        REMOVED("removed"),
        /** It was not there when its neighbours were sealed. */
        INSERTED("inserted"),
        /** It stands behind one that was sealed later. */
        REORDERED("reordered"),
        /** It and whatever followed is gone. */
        TRUNCATED("truncated"),
        /** From it on all was sealed anew, and a signed head says otherwise. */
        REWRITTEN("rewritten"),
        /** A signed head is not signed by a key of the platform. */
        ANCHOR_REFUSED("anchor-refused");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The name by which APIs and scripts know it. */
        public String code() {
            return code;
        }
    }
}
