package org.tongban.identity.user;

import java.util.List;
import org.tongban.core.module.PlatformModule;
import org.tongban.core.module.Setting;
import org.tongban.core.module.Title;
import org.tongban.core.state.StateMachine;

/** What is declared of handlers' accounts (ID-12). */
public final class UserPart implements PlatformModule {
    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.of(
                        "platform.identity.handler.refuse-own-data-in-password",
                        Setting.Kind.YES_NO,
                        "false",
                        "whether a handler's name in pinyin, phone or date of birth inside the password is refused, not"
                                + " only advised against"),
                Setting.of(
                        "platform.identity.handler.second-factor",
                        Setting.Kind.YES_NO,
                        "false",
                        "whether handlers sign in by a code to their phone beside the password"),
                Setting.of(
                        "platform.identity.handler.second-factor-once-per-device",
                        Setting.Kind.YES_NO,
                        "false",
                        "whether the code is spared on a device that has signed in before"));
    }

    @Override
    public List<StateMachine> stateMachines() {
        return List.of(new StateMachine(
                "identity.handler-account",
                new Title("经办人账号", "Handler's account"),
                UserState.AWAITING,
                List.of(UserState.values()),
                List.of(UserMove.values())));
    }
}
