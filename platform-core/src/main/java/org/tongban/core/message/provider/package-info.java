/** The providers that messages are handed to: the log, a gateway over HTTP, Tencent and Aliyun, and SMTP. */
@NullMarked
package org.tongban.core.message.provider;

import org.jspecify.annotations.NullMarked;
