package org.tongban.core.account;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.agreement.AcceptedAgreement;
import org.tongban.core.code.CodePurposes;

/**
 * An account that somebody opens for himself (CO-20, PF-1). {@link #toString} says nothing of what it holds.
 *
 * @param username as typed; null in a realm whose accounts have none
 * @param phoneProof the proof of a code to the phone, which becomes the account's
 * @param purpose what the code was asked for
 * @param email as typed; it is kept, and signs in once a mailed code has confirmed it
 * @param agreements those accepted; each that the realm names has to be among them
 */
public record NewRegistration(
        String realm,
        @Nullable String username,
        String phoneProof,
        String purpose,
        @Nullable String email,
        String password,
        List<AcceptedAgreement> agreements,
        @Nullable UUID person,
        @Nullable UUID organisation) {
    public NewRegistration {
        agreements = List.copyOf(agreements);
    }

    /** A registration by a code for {@link CodePurposes#REGISTER}, of nobody who is known yet. */
    public NewRegistration(
            String realm,
            @Nullable String username,
            String phoneProof,
            @Nullable String email,
            String password,
            List<AcceptedAgreement> agreements) {
        this(realm, username, phoneProof, CodePurposes.REGISTER, email, password, agreements, null, null);
    }

    @Override
    public String toString() {
        return "NewRegistration[realm=" + realm + "]";
    }
}
