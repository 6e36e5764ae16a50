package org.tongban.core.code;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.Realms;
import org.tongban.core.module.Title;

/** What a code may be asked for (CO-25): the purposes that every realm has, and those that it adds. A code for one proves nothing for another. */
@Singleton
public class CodePurposes {
    /** Opens an account. */
    public static final String REGISTER = "register";
    /** Signs in without a password. */
    public static final String SIGN_IN = "sign-in";
    /** Signs in beside the password, where the realm asks for both (ID-12). */
    public static final String SECOND_FACTOR = "second-factor";
    /** Gives a forgotten password anew (CO-24). */
    public static final String RESET_PASSWORD = "reset-password";
    /** Binds a phone to an account that has none. */
    public static final String BIND_PHONE = "bind-phone";
    /** Gives an account another phone: asked for on the old one and on the new one (CO-24b). */
    public static final String CHANGE_PHONE = "change-phone";
    /** Asks for another phone in the place of one that is lost (CO-24b). */
    public static final String LOST_PHONE = "lost-phone";
    /** Confirms an e-mail address. */
    public static final String CONFIRM_EMAIL = "confirm-email";

    private static final Map<String, Title> OF_ALL = Map.of(
            SECOND_FACTOR, new Title("登录二次验证", "the second step of signing in"),
            REGISTER, new Title("注册", "registration"),
            SIGN_IN, new Title("登录", "sign-in"),
            RESET_PASSWORD, new Title("重置密码", "a new password"),
            BIND_PHONE, new Title("绑定手机", "binding the phone"),
            CHANGE_PHONE, new Title("更换手机号", "changing the phone"),
            LOST_PHONE, new Title("手机号停用申诉", "replacing a lost phone"),
            CONFIRM_EMAIL, new Title("确认邮箱", "confirming the e-mail address"));

    private final Realms realms;

    CodePurposes(Realms realms) {
        this.realms = realms;
    }

    /**
     * Whether a code for it may be sent to a phone or address that is named: those of an account's own are sent to where the
     * account has them, by its login, and the other ones of an account to who has signed in. Nobody registers as staff.
     */
    boolean isForNamed(String realm, String purpose, boolean signedIn) {
        return switch (purpose) {
            case SIGN_IN, SECOND_FACTOR, RESET_PASSWORD -> false;
            case BIND_PHONE, CHANGE_PHONE, CONFIRM_EMAIL -> signedIn;
            case REGISTER -> !realm.equals(Realms.STAFF);
            default -> true;
        };
    }

    /** What those ask codes for who open an account: {@link #REGISTER}, and what realms add for ways of their own. */
    public Set<String> ofNewcomers() {
        return Stream.concat(
                        Stream.of(REGISTER),
                        realms.all().stream()
                                .flatMap(realm -> realm.purposes().stream())
                                .map(AccountRealm.CodePurpose::id))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether there is such a realm. */
    boolean knows(String realm) {
        return realms.find(realm).isPresent();
    }

    /** The title of a purpose in a realm; empty where the realm does not have it. */
    public Optional<Title> title(String realm, String purpose) {
        return realms.find(realm)
                .flatMap(known -> Optional.ofNullable(OF_ALL.get(purpose))
                        .or(() -> known.purposes().stream()
                                .filter(own -> own.id().equals(purpose))
                                .map(AccountRealm.CodePurpose::title)
                                .findFirst()));
    }
}
