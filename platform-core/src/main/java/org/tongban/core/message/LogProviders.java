package org.tongban.core.message;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.message.MessageTemplate.Channel;

/** The providers {@code log}, the default in {@code dev} and {@code test}: they say that a message went out, not what it says (CO-42, CO-43). */
@Factory
class LogProviders {
    private static final Logger LOG = LoggerFactory.getLogger(LogProviders.class);

    @Singleton
    @Requires(property = "platform.sms.provider", value = "log", defaultValue = "log")
    MessageProvider sms() {
        return new LogProvider(Channel.SMS);
    }

    @Singleton
    @Requires(property = "platform.email.provider", value = "log", defaultValue = "log")
    MessageProvider email() {
        return new LogProvider(Channel.EMAIL);
    }

    private record LogProvider(Channel channel) implements MessageProvider {
        @Override
        public String send(String to, String subject, String text, String template) {
            LOG.info("{} {} to {}", channel, template, Masked.of(channel, to));
            return UUID.randomUUID().toString();
        }
    }
}
