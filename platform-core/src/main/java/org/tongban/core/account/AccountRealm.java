package org.tongban.core.account;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/**
 * A realm: a body of accounts with its own way to sign in (CO-20). Logins are unique within it.
 *
 * @param id the realm's name, as sign-in requests give it
 * @param logins what an account of the realm signs in with
 * @param permissions what every account of the realm may do without a role
 * @param usernameRule what a username is made of
 * @param unique which of phone and e-mail one account of the realm may have; what signs in is unique anyhow
 * @param captchaAtSignIn whether a password is taken only with a solved captcha (CO-25)
 * @param personalData what comes of the account's own data inside a password (CO-21)
 * @param agreements the ids of the agreements that each of its accounts accepts (CO-33)
 * @param purposes what codes are sent for beside the platform's own purposes (CO-25)
 * @param gate where its new accounts get in, before which they may do nothing but what is {@link BeforeGate}; null where
 *     they are in at once
 * @param keepsPhones whether the phone of a closed account stays taken until the module frees it
 */
public record AccountRealm(
        String id,
        Title title,
        Set<LoginIdentifier> logins,
        PasswordRule passwordRule,
        Set<String> permissions,
        UsernameRule usernameRule,
        Set<LoginIdentifier> unique,
        boolean captchaAtSignIn,
        PersonalData personalData,
        List<String> agreements,
        List<CodePurpose> purposes,
        @Nullable Gate gate,
        boolean keepsPhones) {
    /** What an account may be named by at sign-in. */
    public enum LoginIdentifier {
        USERNAME,
        PHONE,
        /** Signs in once a mailed code has confirmed it. */
        EMAIL,
        CODE
    }

    /** What comes of phone, e-mail or name of an account inside its password. */
    public enum PersonalData {
        REFUSED,
        ADVISED_AGAINST
    }

    /**
     * What usernames of a realm are made of.
     *
     * @param pattern a regular expression for the whole name in half width, in the case as typed
     * @param hint what the pattern says, in words
     * @param ownContacts whether the proved phone and a proved e-mail of who registers are usernames too (ID-12)
     */
    public record UsernameRule(String pattern, Title hint, boolean ownContacts) {
        /** 4 to 64 characters without space. */
        public static final UsernameRule PLAIN =
                new UsernameRule("\\S{4,64}", new Title("4至64个字符，不含空格", "4 to 64 characters without space"));

        public UsernameRule {
            Pattern.compile(pattern);
        }

        /** A rule by which no username looks like a phone or an e-mail. */
        public UsernameRule(String pattern, Title hint) {
            this(pattern, hint, false);
        }

        /** The same, by which one's own phone or e-mail is a username too, once it is proved. */
        public UsernameRule withOwnContacts() {
            return new UsernameRule(pattern, hint, true);
        }

        boolean allows(String username) {
            return username.matches(pattern);
        }
    }

    /**
     * What new accounts stand before.
     *
     * @param link the path at which they get in
     * @param refusal what refuses everything else, one of {@link AccountError#GATES}
     */
    public record Gate(String link, AccountError refusal) {
        public Gate {
            if (!AccountError.GATES.contains(refusal)) {
                throw new IllegalArgumentException(refusal.code() + " is not listed as what a gate refuses by");
            }
        }
    }

    /**
     * What a code is sent for.
     *
     * @param id as requests name it, say {@code filing-objection}
     */
    public record CodePurpose(String id, Title title) {}

    public AccountRealm {
        logins = Set.copyOf(logins);
        permissions = Set.copyOf(permissions);
        unique = uniqueWith(unique, logins);
        agreements = List.copyOf(agreements);
        purposes = List.copyOf(purposes);
    }

    /** A realm with plain usernames, without captcha, agreements and purposes of its own. */
    public AccountRealm(
            String id, Title title, Set<LoginIdentifier> logins, PasswordRule passwordRule, Set<String> permissions) {
        this(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                UsernameRule.PLAIN,
                Set.of(),
                false,
                PersonalData.ADVISED_AGAINST,
                List.of(),
                List.of(),
                null,
                false);
    }

    /** The same with a rule for usernames. */
    public AccountRealm withUsernameRule(UsernameRule rule) {
        return new AccountRealm(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                rule,
                unique,
                captchaAtSignIn,
                personalData,
                agreements,
                purposes,
                gate,
                keepsPhones);
    }

    /** The same, in which no two accounts have the same of these. */
    public AccountRealm withUnique(Set<LoginIdentifier> identifiers) {
        return new AccountRealm(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                usernameRule,
                identifiers,
                captchaAtSignIn,
                personalData,
                agreements,
                purposes,
                gate,
                keepsPhones);
    }

    /** The same with a captcha before each password. */
    public AccountRealm withCaptchaAtSignIn() {
        return new AccountRealm(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                usernameRule,
                unique,
                true,
                personalData,
                agreements,
                purposes,
                gate,
                keepsPhones);
    }

    /** The same with this answer to the account's own data inside its password. */
    public AccountRealm withPersonalData(PersonalData answer) {
        return new AccountRealm(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                usernameRule,
                unique,
                captchaAtSignIn,
                answer,
                agreements,
                purposes,
                gate,
                keepsPhones);
    }

    /** The same with agreements to accept. */
    public AccountRealm withAgreements(String... ids) {
        return new AccountRealm(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                usernameRule,
                unique,
                captchaAtSignIn,
                personalData,
                List.of(ids),
                purposes,
                gate,
                keepsPhones);
    }

    /** The same with purposes of codes. */
    public AccountRealm withPurposes(CodePurpose... more) {
        var all = new ArrayList<>(purposes);
        all.addAll(List.of(more));
        return new AccountRealm(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                usernameRule,
                unique,
                captchaAtSignIn,
                personalData,
                agreements,
                all,
                gate,
                keepsPhones);
    }

    /**
     * The same, whose new accounts stand before a gate (ID-6, ID-25): until their module lets them in by
     * {@link Accounts#letIn} they are refused by this code, with the path of where they get in as {@code link}.
     */
    public AccountRealm withGate(String link, AccountError refusal) {
        return new AccountRealm(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                usernameRule,
                unique,
                captchaAtSignIn,
                personalData,
                agreements,
                purposes,
                new Gate(link, refusal),
                keepsPhones);
    }

    /** The same, in which the phone of a closed account stays taken until {@link Accounts#freePhone}. */
    public AccountRealm withKeptPhones() {
        return new AccountRealm(
                id,
                title,
                logins,
                passwordRule,
                permissions,
                usernameRule,
                unique,
                captchaAtSignIn,
                personalData,
                agreements,
                purposes,
                gate,
                true);
    }

    private static Set<LoginIdentifier> uniqueWith(Set<LoginIdentifier> declared, Set<LoginIdentifier> logins) {
        var all = EnumSet.noneOf(LoginIdentifier.class);
        all.addAll(declared);
        all.addAll(logins);
        all.retainAll(EnumSet.of(LoginIdentifier.PHONE, LoginIdentifier.EMAIL));
        return Set.copyOf(all);
    }
}
