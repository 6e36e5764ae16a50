package org.tongban.core.message.provider;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.core.message.Masked;
import org.tongban.core.message.MessageProvider;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.message.OutgoingMessage;

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
        public String send(OutgoingMessage message) {
            LOG.info("{} {} to {}", channel, message.template(), Masked.of(channel, message.to()));
            return UUID.randomUUID().toString();
        }

        /** A line twice in the log is a message to nobody. */
        @Override
        public boolean dropsRepeated() {
            return true;
        }
    }
}
