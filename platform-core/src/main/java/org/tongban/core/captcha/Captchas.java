package org.tongban.core.captcha;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tongban.core.captcha.CaptchaRepository.Captcha;
import org.tongban.core.crypto.Encrypted;
import org.tongban.core.crypto.MasterKey;
import org.tongban.core.identifier.Folding;
import org.tongban.core.module.Title;
import org.tongban.core.time.SystemClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Ids;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Violation;

/** Makes captchas and takes their one answer (CO-25). Thread-safe. */
@Singleton
public class Captchas {
    /** How long a captcha waits for its answer. */
    static final Duration LIFETIME = Duration.ofMinutes(2);

    /** Digits alone, so that the picture and the recording have the same answer. */
    private static final int DIGITS = 6;

    private static final String PLACE = "core.captcha.answer";
    private static final Violation WRONG =
            new Violation("/captcha/answer", "wrong", new Title("验证码不正确或已失效", "Not the answer, or no longer valid"));

    private final CaptchaRepository repository;
    private final MasterKey masterKey;
    private final Transactions transactions;
    private final SystemClock clock;
    private final SecureRandom random = new SecureRandom();

    Captchas(CaptchaRepository repository, MasterKey masterKey, Transactions transactions, SystemClock clock) {
        this.repository = repository;
        this.masterKey = masterKey;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Uses a captcha up, whether its answer is right or wrong, in a transaction of its own that is over on return: what
     * fails afterwards does not bring it back. {@link CaptchaError#CAPTCHA_WRONG} at {@code /captcha/answer} where the
     * answer is wrong or the captcha used, expired or unknown.
     *
     * @throws IllegalStateException inside a transaction, whose end could bring the captcha back
     */
    public void consume(SolvedCaptcha solved) {
        if (transactions.isUnderWay()) {
            throw new IllegalStateException("a captcha is used up before the transaction of what it is for");
        }
        var taken = transactions.write(() -> Optional.ofNullable(repository.take(solved.id())));
        if (!taken.map(captcha -> isRight(captcha, solved.answer())).orElse(false)) {
            throw DomainException.of(CaptchaError.CAPTCHA_WRONG, List.of(WRONG));
        }
    }

    private boolean isRight(Captcha captcha, String answer) {
        return clock.now().isBefore(captcha.expiresAt())
                && MessageDigest.isEqual(
                        answer(captcha).getBytes(StandardCharsets.UTF_8),
                        Folding.identifier(answer).getBytes(StandardCharsets.UTF_8));
    }

    /** A new captcha, in the transaction under way if there is one. */
    public UUID create() {
        var answer = new StringBuilder(DIGITS);
        for (int i = 0; i < DIGITS; i++) {
            answer.append((char) ('0' + random.nextInt(10)));
        }
        var id = Ids.next();
        return transactions.write(() -> {
            repository.insert(
                    id,
                    masterKey.seal(answer.toString(), PLACE + id).bytes(),
                    clock.now().plus(LIFETIME));
            return id;
        });
    }

    /** Where the picture of a captcha is. */
    public static String picture(UUID id) {
        return CaptchaController.PATH + "/" + id + "/picture";
    }

    /** Where its recording is, which says the same. */
    public static String audio(UUID id) {
        return CaptchaController.PATH + "/" + id + "/audio";
    }

    /** The digits to be shown or spoken; empty where the captcha is used, expired or unknown. */
    Optional<String> answer(UUID id) {
        return transactions.read(() -> repository.find(id, clock.now())).map(this::answer);
    }

    /** The same number for the same captcha and no one else's: it is drawn alike whenever it is asked for. */
    long seed(UUID id) {
        return ByteBuffer.wrap(masterKey.blindIndex(id.toString(), "core.captcha.seed"))
                .getLong();
    }

    private String answer(Captcha captcha) {
        return masterKey.openText(Encrypted.of(captcha.answer()), PLACE + captcha.id());
    }
}
