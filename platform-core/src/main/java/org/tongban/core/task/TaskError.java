package org.tongban.core.task;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** The errors of jobs, and of work that is waited for (CO-75, CO-88). */
public enum TaskError implements ErrorCode {
    OVERLOADED(
            "overloaded", ErrorKind.UNAVAILABLE, "系统繁忙，请稍后再试。", "There is too much to do just now; try again shortly."),
    JOB_OVER("job-over", ErrorKind.CONFLICT, "任务已结束，无法取消。", "The job is over already and cannot be cancelled."),
    JOB_NOT_RETRYABLE(
            "job-not-retryable",
            ErrorKind.CONFLICT,
            "该任务不能重试：它尚未失败、输入有误，或已有相同的任务在进行。",
            "The job cannot be retried: it has not failed, its input is at fault, or another one does its work."),
    TASK_RUNNING(
            "task-running", ErrorKind.CONFLICT, "该定时任务正在运行。", "The task is running, or no node has scheduled it yet."),
    TASK_DONE("task-done", ErrorKind.CONFLICT, "该定时任务今日已运行。", "The task has been done for today.");

    private final Failure failure;

    TaskError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
