package org.tongban.core.message.provider;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * A mail server, {@code platform.email.smtp.*} (CO-45).
 *
 * @param from the sender's address
 * @param security {@code starttls}, {@code tls}, or {@code none} on a network of one's own
 */
@ConfigurationProperties("platform.email.smtp")
record SmtpSettings(
        @Nullable String host,
        @Bindable(defaultValue = "587") int port,
        @Nullable String username,
        @Nullable String password,
        @Nullable String from,
        @Bindable(defaultValue = "starttls") String security) {
    @Override
    public String toString() {
        return "SmtpSettings[" + host + "]";
    }
}
