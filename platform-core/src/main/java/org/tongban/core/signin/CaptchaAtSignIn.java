package org.tongban.core.signin;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.core.account.AccountError;
import org.tongban.core.account.AccountRealm;
import org.tongban.core.account.Realms;
import org.tongban.core.account.SampleAccounts;
import org.tongban.core.captcha.Captchas;
import org.tongban.core.captcha.SolvedCaptcha;
import org.tongban.core.web.DomainException;

/**
 * Asks for a captcha before a password is looked at, where the realm says so (CO-25). Sample accounts, which exist in
 * development and tests only, are spared it: {@code docs/decisions/0008}.
 */
@Singleton
public class CaptchaAtSignIn {
    private final Realms realms;
    private final Captchas captchas;
    private final Optional<SampleAccounts> samples;

    CaptchaAtSignIn(Realms realms, Captchas captchas, Optional<SampleAccounts> samples) {
        this.realms = realms;
        this.captchas = captchas;
        this.samples = samples;
    }

    /** Uses up the captcha that came along; refuses where one is needed and none came. To be called outside a transaction. */
    public void require(String realm, String login, @Nullable SolvedCaptcha captcha) {
        if (captcha != null) {
            captchas.consume(captcha);
        } else if (realms.find(realm).map(AccountRealm::captchaAtSignIn).orElse(false)
                && samples.filter(all -> all.isSample(realm, login)).isEmpty()) {
            throw DomainException.of(AccountError.CAPTCHA_REQUIRED);
        }
    }
}
