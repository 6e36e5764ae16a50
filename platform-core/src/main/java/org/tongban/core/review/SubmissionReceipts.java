package org.tongban.core.review;

import java.util.UUID;

/**
 * Receipts of what was handed in without an account (CO-15). Whoever has one finds theirs at {@code /me/cases}; the others get
 * it of the module, which knows them by something else, a code say.
 */
public interface SubmissionReceipts {
    /**
     * The document of a subject's last submission, issued when it is first asked for, in the transaction under way; to be
     * served by {@link org.tongban.core.document.DocumentFiles}.
     */
    UUID ofSubmission(UUID subject);
}
