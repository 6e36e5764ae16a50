package org.tongban.identity;

import jakarta.inject.Singleton;
import org.tongban.core.face.FaceVerification;
import org.tongban.core.face.FaceVerification.Owner;
import org.tongban.core.me.ChangePhone;
import org.tongban.core.web.Caller;

/** Gives an account another phone, whose owner the present phone or a face proves (ID-2, ID-8); joins the transaction. */
@Singleton
public class ChangeProvedPhone {
    /** What a face verification is started for that is to stand for the present phone. */
    public static final String PURPOSE = "identity.change-phone";

    private final ChangePhone changePhone;
    private final FaceVerification faces;

    ChangeProvedPhone(ChangePhone changePhone, FaceVerification faces) {
        this.changePhone = changePhone;
        this.faces = faces;
    }

    /**
     * Takes the phone that the new proof proves; answers whether a face stood for the present phone.
     *
     * @param owner whose face may do so
     */
    public boolean change(Caller caller, PhoneChange body, FaceVerification.Person owner) {
        var face = body.faceVerification();
        if (face == null || body.oldProof() != null) {
            changePhone.change(caller, body.oldProof(), body.newProof());
            return false;
        }
        faces.consume(new Owner.Account(caller.account()), face, owner, "/faceVerification");
        changePhone.changeOfProved(caller, body.newProof());
        return true;
    }
}
