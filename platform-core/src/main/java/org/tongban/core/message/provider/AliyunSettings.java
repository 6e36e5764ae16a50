package org.tongban.core.message.provider;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import org.jspecify.annotations.Nullable;

/**
 * An account with Aliyun's short message service, {@code platform.sms.aliyun.*} (CO-42).
 *
 * @param sign the approved signature, without brackets
 */
@ConfigurationProperties("platform.sms.aliyun")
record AliyunSettings(
        @Nullable String accessKeyId,
        @Nullable String accessKeySecret,
        @Nullable String sign,

        @Bindable(defaultValue = "https://dysmsapi.aliyuncs.com")
        String endpoint) {
    @Override
    public String toString() {
        return "AliyunSettings[…]";
    }
}
