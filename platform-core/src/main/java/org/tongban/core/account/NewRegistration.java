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
 * @param phone as typed, where a form asks for it: it has to be the one that is proved
 * @param phoneProof the proof of a code to the phone, which becomes the account's
 * @param purpose what the code was asked for
 * @param email as typed; it is kept, and signs in once a mailed code has confirmed it
 * @param emailProof the proof of a code, for the same purpose, to the e-mail that is the username; null where it is none
 * @param agreements those accepted; each that the realm names has to be among them
 * @param oneAgreement whether the form has room for one only, at {@code /agreement}
 */
public record NewRegistration(
        String realm,
        @Nullable String username,
        @Nullable String phone,
        String phoneProof,
        String purpose,
        @Nullable String email,
        @Nullable String emailProof,
        String password,
        List<AcceptedAgreement> agreements,
        boolean oneAgreement,
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
        this(
                realm,
                username,
                null,
                phoneProof,
                CodePurposes.REGISTER,
                email,
                null,
                password,
                agreements,
                false,
                null,
                null);
    }

    /** The same with the phone that its form asks for. */
    public NewRegistration withPhone(String typed) {
        return new NewRegistration(
                realm,
                username,
                typed,
                phoneProof,
                purpose,
                email,
                emailProof,
                password,
                agreements,
                oneAgreement,
                person,
                organisation);
    }

    /** The same whose form has room for one agreement. */
    public NewRegistration withOneAgreement() {
        return new NewRegistration(
                realm,
                username,
                phone,
                phoneProof,
                purpose,
                email,
                emailProof,
                password,
                agreements,
                true,
                person,
                organisation);
    }

    /** The same that accepts these agreements, which it has from elsewhere than its form. */
    public NewRegistration withAgreements(List<AcceptedAgreement> accepted) {
        return new NewRegistration(
                realm,
                username,
                phone,
                phoneProof,
                purpose,
                email,
                emailProof,
                password,
                accepted,
                oneAgreement,
                person,
                organisation);
    }

    NewRegistration of(@Nullable UUID who, @Nullable UUID forWhom) {
        return new NewRegistration(
                realm,
                username,
                phone,
                phoneProof,
                purpose,
                email,
                emailProof,
                password,
                agreements,
                oneAgreement,
                who,
                forWhom);
    }

    @Override
    public String toString() {
        return "NewRegistration[realm=" + realm + "]";
    }
}
