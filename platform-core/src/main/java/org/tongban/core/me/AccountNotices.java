package org.tongban.core.me;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.tongban.core.account.Account;
import org.tongban.core.contact.ModuleContacts;
import org.tongban.core.message.Outbox;
import org.tongban.core.message.Recipient;
import org.tongban.core.module.Contact;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.core.time.BusinessClock;

/** Tells accounts what happened to them, wherever they are reached (CO-24, CO-24b); joins the transaction under way. */
@Singleton
public class AccountNotices {
    private static final String PASSWORD_RESET = "core.password-reset";
    private static final String PHONE_CHANGE = "core.phone-change";
    private static final String CASES = "/api/platform/v1/me/cases?number=";
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Outbox outbox;
    private final ModuleRegistry modules;
    private final ModuleContacts programmes;

    AccountNotices(Outbox outbox, ModuleRegistry modules, ModuleContacts programmes) {
        this.outbox = outbox;
        this.modules = modules;
        this.programmes = programmes;
    }

    void passwordReset(Account account) {
        outbox.send(
                PASSWORD_RESET,
                new Recipient.Account(account.id()),
                Map.of("account", account.login(), "contact", contact(account)));
    }

    /**
     * Says to an account, by the phone that it has or had, that it changes to another one.
     *
     * @param effective when it does
     */
    public void phoneChange(Account account, String phone, Instant effective) {
        phoneChange(account, new Recipient.FormerPhone(account.id(), phone), effective);
    }

    /** Says the same to who asked for it, at the phone that is to be the account's. */
    public void phoneComing(Account account, String phone, Instant effective) {
        phoneChange(account, new Recipient.Phone(phone), effective);
    }

    /**
     * Says to an account, where its holder reads and never at its lost phone, that somebody asks for another phone of it.
     * Nothing of who asks is said: that is for the officers.
     */
    public void lostPhoneAsked(Account account, String number) {
        lostPhone("core.lost-phone-asked", account, number, Map.of("contact", contact(account)));
    }

    /** Says there that the request was refused (CO-38). */
    public void lostPhoneRejected(Account account, String number, String reason) {
        lostPhone("core.lost-phone-rejected", account, number, Map.of("reason", reason));
    }

    private void lostPhone(String template, Account account, String number, Map<String, String> said) {
        var parameters = new HashMap<>(said);
        parameters.put("account", account.login());
        parameters.put("number", number);
        outbox.send(template, new Recipient.Account(account.id()), parameters, CASES + number);
    }

    private void phoneChange(Account account, Recipient recipient, Instant effective) {
        outbox.send(
                PHONE_CHANGE,
                recipient,
                Map.of(
                        "account",
                        account.login(),
                        "time",
                        MINUTES.format(effective.atZone(BusinessClock.ZONE)),
                        "contact",
                        contact(account)));
    }

    /** The phone of the programme whose realm it is, where that has one. */
    private String contact(Account account) {
        return modules.modules().stream()
                .filter(module -> module.declarations().realms().stream()
                        .anyMatch(realm -> realm.id().equals(account.realm())))
                .flatMap(module -> programmes.of(module.descriptor()).stream())
                .map(Contact::phone)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.of("客服"))
                .get();
    }
}
