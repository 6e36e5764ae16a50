package org.tongban.filing.recognition;

import org.tongban.core.account.Organisation;
import org.tongban.filing.product.Product;

/** Issues the certificate of a recognition, in the transaction that decides on it (PF-52). */
public interface RecognitionCertificates {

    /** Issues it, in place of that of the product's former recognition where there is one in force. */
    void issue(Recognition recognition, Product product, Organisation organisation);

    /** Takes it back: from now on it says that it was revoked (PF-54). */
    void revoke(Recognition recognition);

    /** Lets it stand again, its number and dates as they were, once the revocation fell (CO-46d). */
    void restore(Recognition recognition);
}
