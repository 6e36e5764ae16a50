package org.tongban.core.message.dispatch;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tongban.core.message.MessageProvider;
import org.tongban.core.message.MessageTemplate.Channel;
import org.tongban.core.module.StartRefused;

/** The provider that the configuration names for each channel (CO-42, CO-45). */
@Singleton
class Providers {
    private final Map<Channel, Named> providers;

    Providers(
            List<MessageProvider> all,
            @Value("${platform.sms.provider:log}") String sms,
            @Value("${platform.email.provider:log}") String email) {
        this.providers = Map.of(
                Channel.SMS, one(all, Channel.SMS, "platform.sms.provider", sms),
                Channel.EMAIL, one(all, Channel.EMAIL, "platform.email.provider", email));
    }

    /** A provider by the name that the configuration has for it. */
    record Named(String name, MessageProvider provider) {}

    Named of(Channel channel) {
        return Objects.requireNonNull(providers.get(channel));
    }

    private static Named one(List<MessageProvider> all, Channel channel, String property, String named) {
        var found =
                all.stream().filter(provider -> provider.channel() == channel).toList();
        if (found.size() != 1) {
            throw new StartRefused("%d modules instead of one have the provider “%s” that %s names."
                    .formatted(found.size(), named, property));
        }
        return new Named(named, found.getFirst());
    }
}
