package org.tongban.filing.recognition;

import java.util.List;
import org.tongban.core.account.Organisation;
import org.tongban.filing.product.Product;

/** Issues the certificate of a recognition, in the transaction that decides on it (PF-52). */
public interface RecognitionCertificates {

    /** A recognition whose certificate is due, of the organisation's product. */
    record Due(Recognition recognition, Product product, Organisation organisation) {}

    /** Issues them, each in place of that of its product's former recognition where there is one in force. */
    void issue(List<Due> due);

    /** Takes it back: from now on it says that it was revoked (PF-54). */
    void revoke(Recognition recognition);

    /** Lets it stand again, its number and dates as they were, once the revocation fell (CO-46d). */
    void restore(Recognition recognition);
}
