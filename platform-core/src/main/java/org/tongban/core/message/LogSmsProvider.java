package org.tongban.core.message;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The provider {@code log}, the default in {@code dev} and {@code test}; elsewhere only where it is named: says that a message went out, not what it says (CO-42, CO-43). */
@Singleton
@Requires(property = "platform.sms.provider", value = "log", defaultValue = "log")
class LogSmsProvider implements SmsProvider {
    private static final Logger LOG = LoggerFactory.getLogger(LogSmsProvider.class);

    @Override
    public String send(String phone, String text, String template) {
        LOG.info("SMS {} to {}", template, Phones.masked(phone));
        return UUID.randomUUID().toString();
    }
}
