package org.tongban.core.code;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.captcha.Captchas;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.code.CodeController.CodeRequest;
import org.tongban.core.identifier.MainlandMobile;
import org.tongban.core.identifier.Parsed;
import org.tongban.core.module.Title;
import org.tongban.core.web.AuditTrail;
import org.tongban.core.web.Caller;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/**
 * Has a code sent to a phone or an address that the caller names (CO-25). What is wrong with the request is said before the
 * captcha is used up; sending uses it up.
 */
@Singleton
public class AskForCode {
    private static final Title UNKNOWN = new Title("不存在", "There is none of this name");
    private static final Title NOT_HERE =
            new Title("此用途的验证码不在此处发送", "Codes for this are not sent to a phone or address that is named by who asks");
    private static final Title ONE = new Title("手机号与邮箱须且只须填写一项", "Give either a phone or an e-mail address");
    private static final Title CAPTCHA = new Title("未登录时须填写图形验证码", "Who is not signed in solves a captcha first");

    private final Codes codes;
    private final CodePurposes purposes;
    private final Captchas captchas;
    private final Transactions transactions;
    private final AuditTrail audit;

    AskForCode(Codes codes, CodePurposes purposes, Captchas captchas, Transactions transactions, AuditTrail audit) {
        this.codes = codes;
        this.purposes = purposes;
        this.captchas = captchas;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** A code on its way, and to where. */
    public record Asked(Codes.Sent sent, Target to) {}

    /** For who is not signed in, by the captcha that was solved. */
    public Asked ask(String realm, String purpose, String phone, SolvedCaptcha captcha) {
        return ask(new CodeRequest(realm, purpose, phone, null, captcha), null);
    }

    /** For who is not signed in and can use no captcha: to an address. */
    public Asked askByMail(String realm, String purpose, String address) {
        return ask(new CodeRequest(realm, purpose, null, address, null), null);
    }

    Asked ask(CodeRequest request, @Nullable Caller caller) {
        var target = target(request, caller);
        if (request.captcha() != null) {
            captchas.consume(request.captcha());
        }
        return transactions.write(() -> {
            var session = caller == null ? null : caller.session();
            var sent = codes.send(request.purpose(), request.realm(), target, session);
            audit.record(
                    "platform/code",
                    sent.id(),
                    Map.of("realm", request.realm(), "purpose", request.purpose(), "to", target.masked()));
            return new Asked(sent, target);
        });
    }

    /** Refuses the request with everything that is wrong with it. */
    private Target target(CodeRequest request, @Nullable Caller caller) {
        var violations = new ArrayList<Violation>();
        if (!purposes.knows(request.realm())) {
            violations.add(new Violation("/realm", "unknown", UNKNOWN));
        } else if (purposes.title(request.realm(), request.purpose()).isEmpty()) {
            violations.add(new Violation("/purpose", "unknown", UNKNOWN));
        } else if (!purposes.isForNamed(request.realm(), request.purpose(), caller != null)) {
            violations.add(new Violation("/purpose", "not-here", NOT_HERE));
        }
        var found = named(request, violations);
        // Who can use neither form of the captcha has a code mailed; the limits of codes are the same.
        if (caller == null && request.captcha() == null && request.email() == null) {
            violations.add(new Violation("/captcha", "required", CAPTCHA));
        }
        if (!violations.isEmpty()) {
            throw DomainException.of(CoreError.INVALID_INPUT, violations);
        }
        return found.orElseThrow();
    }

    private static Optional<Target> named(CodeRequest request, List<Violation> violations) {
        var phone = request.phone();
        var email = request.email();
        if ((phone == null) == (email == null)) {
            violations.add(new Violation("/phone", phone == null ? "required" : "too-many", ONE));
            return Optional.empty();
        }
        return phone != null
                ? valid(MainlandMobile.parse(phone), "/phone", violations)
                        .map(mobile -> new Target.Phone(mobile.value()))
                : valid(Target.Email.parse(String.valueOf(email)), "/email", violations)
                        .map(Target.class::cast);
    }

    private static <T> Optional<T> valid(Parsed<T> parsed, String pointer, List<Violation> violations) {
        if (parsed instanceof Parsed.Refused<T> refused) {
            violations.add(refused.at(pointer));
        }
        return parsed.value();
    }
}
