package org.tongban.identity.credential;

import java.util.EnumSet;
import java.util.Set;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.AccountRealm.CodePurpose;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.account.PasswordRule;
import org.tongban.core.account.PasswordRule.CharacterClass;
import org.tongban.core.account.Permission;
import org.tongban.core.module.Title;
import org.tongban.identity.IdentityRealms;

/**
 * The realm of organisations that sign in by a credential (ID-15). Their accounts have no password and never get one, so
 * that nothing else signs them in; they stay before the realm's gate for good, so that nothing else is open to them.
 */
public final class CredentialDeclarations {
    /** The realm's name. */
    public static final String REALM = "organisation-credential";
    /** What a client needs so that its assertions are heard. */
    public static final String PROVIDE = "identity:credential";
    /** What a code to the phone of who is to use an account is asked for. */
    public static final CodePurpose CHANGE =
            new CodePurpose(IdentityRealms.HANDLER_CHANGE, new Title("变更经办人手机号", "a handler's new phone"));

    private CredentialDeclarations() {}

    /** The realm. */
    public static AccountRealm realm() {
        return new AccountRealm(
                        REALM,
                        new Title("以证书登录的法人", "Organisations signed in by a credential"),
                        EnumSet.of(LoginIdentifier.CODE),
                        new PasswordRule(18, 64, EnumSet.allOf(CharacterClass.class), 4),
                        Set.of(IdentityRealms.DECIDE))
                .withPurposes(CHANGE)
                .withGate("/api/identity/v1/handler-applications", AccountError.CREDENTIAL_LIMITED);
    }

    /** The permission of providers. */
    public static Permission permission() {
        return new Permission(PROVIDE, new Title("证明法人证书", "Vouch for organisations' credentials")).ofWholeCountry();
    }
}
