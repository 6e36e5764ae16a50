package org.tongban.core.message.dispatch;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The limits of messages (CO-41, CO-43), {@code platform.messages.*}.
 *
 * @param perDay how many a recipient gets on a day over all templates
 * @param perTemplate how many of them of one template
 * @param quietFrom from when nothing goes out that can wait, {@code 21:00}
 * @param quietUntil until when
 * @param lease how long a node has for the messages that it took
 * @param parallel how many recipients are served at a time
 * @param keptDays after how many days what was sent is forgotten
 * @param inboxDays after how many days an entry of an inbox is
 */
@ConfigurationProperties("platform.messages")
record MessageSettings(
        @Bindable(defaultValue = "10") int perDay,
        @Bindable(defaultValue = "3") int perTemplate,
        @Bindable(defaultValue = "21:00") String quietFrom,
        @Bindable(defaultValue = "08:00") String quietUntil,
        @Bindable(defaultValue = "2m") Duration lease,
        @Bindable(defaultValue = "4") int parallel,
        @Bindable(defaultValue = "90") int keptDays,
        @Bindable(defaultValue = "1095") int inboxDays) {
    QuietHours quiet() {
        return QuietHours.of(quietFrom, quietUntil);
    }
}
