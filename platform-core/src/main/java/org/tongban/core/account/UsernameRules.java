package org.tongban.core.account;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tongban.core.account.AccountRealm.LoginIdentifier;
import org.tongban.core.code.Target;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.module.Title;
import org.tongban.core.web.Violation;

/** Judges usernames by their realm's rule (CO-20), at {@code /username} and {@code /emailProof}. */
final class UsernameRules {
    private static final Title NO_EMAIL_PROOF =
            new Title("以邮箱为用户名须先验证该邮箱", "An e-mail is a username once a code sent to it has proved it");
    private static final Title NOT_OWN_PHONE =
            new Title("作为用户名的手机号须为所填手机号", "A phone number is a username only if it is the phone given");
    private static final Pattern NATIONAL = Pattern.compile("1[0-9]{10}");

    private UsernameRules() {}

    /** What is wrong with the username of a registration. */
    static Optional<Violation> check(AccountRealm realm, NewRegistration registration) {
        boolean named = realm.logins().contains(LoginIdentifier.USERNAME)
                || realm.logins().contains(LoginIdentifier.CODE);
        var username = registration.username();
        if (username == null) {
            return named
                    ? Optional.of(new Violation("/username", "required", new Title("须填写用户名", "A username is needed")))
                    : Optional.empty();
        }
        if (!named) {
            return Optional.of(
                    new Violation("/username", "username-rule", new Title("不使用用户名", "Accounts here have no username")));
        }
        return realm.usernameRule().ownContacts() && looksLikeContact(username)
                ? ownContact(username, registration)
                : given(realm, username);
    }

    /** What is wrong with a username that nobody has to prove. */
    static Optional<Violation> given(AccountRealm realm, String username) {
        if (!realm.usernameRule().allows(Logins.halfWidth(username))) {
            return Optional.of(new Violation(
                    "/username", "username-rule", realm.usernameRule().hint()));
        }
        return looksLikeContact(username)
                ? Optional.of(new Violation(
                        "/username",
                        "username-is-contact",
                        new Title("用户名不得为手机号或邮箱", "A username is no phone and no e-mail address")))
                : Optional.empty();
    }

    /** What keeps a phone or an e-mail from being the username of this registration; that it is proved shows later. */
    private static Optional<Violation> ownContact(String username, NewRegistration registration) {
        var mobile = MainlandMobile.parse(username).value();
        if (mobile.isEmpty()) {
            return registration.emailProof() == null
                    ? Optional.of(new Violation("/emailProof", "required", NO_EMAIL_PROOF))
                    : Optional.empty();
        }
        var own = Optional.ofNullable(registration.phone())
                .flatMap(typed -> MainlandMobile.parse(typed).value());
        return NATIONAL.matcher(Logins.halfWidth(username)).matches() && mobile.equals(own)
                ? Optional.empty()
                : Optional.of(new Violation("/username", "not-own-phone", NOT_OWN_PHONE));
    }

    /** It would sign in before the phone or the address that it looks like. */
    static boolean looksLikeContact(String username) {
        return MainlandMobile.parse(username).value().isPresent()
                || Target.Email.parse(username).value().isPresent();
    }
}
