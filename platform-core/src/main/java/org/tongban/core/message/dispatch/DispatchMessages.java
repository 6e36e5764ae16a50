package org.tongban.core.message.dispatch;

import jakarta.inject.Singleton;
import org.tongban.core.message.Message;
import org.tongban.core.message.dispatch.ClaimMessages.Claim;
import org.tongban.core.retry.SideBySide;
import org.tongban.core.task.TaskBody;

/** The task {@code platform.dispatch-messages}: sends what is due (CO-41), each recipient's messages in their order. */
@Singleton
class DispatchMessages implements TaskBody {
    private final ClaimMessages claimMessages;
    private final SendMessage sendMessage;
    private final MessageSettings settings;

    DispatchMessages(ClaimMessages claimMessages, SendMessage sendMessage, MessageSettings settings) {
        this.claimMessages = claimMessages;
        this.sendMessage = sendMessage;
        this.settings = settings;
    }

    @Override
    public String task() {
        return "platform.dispatch-messages";
    }

    @Override
    public void run() {
        claimMessages.sweep();
        claimMessages.hold();
        Claim claim;
        do {
            claim = claimMessages.take();
            send(claim);
        } while (claim.more());
    }

    private void send(Claim claim) {
        SideBySide.work(
                claim.messages(),
                Message::recipientKey,
                settings.parallel(),
                message -> sendMessage.send(message, claim.attempt(), claim.until()));
    }
}
