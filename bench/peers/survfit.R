# Prints the seconds of each round and the curves at their ends, for measure 11.
suppressPackageStartupMessages(library(survival))
words <- commandArgs(trailingOnly = TRUE)
spells <- read.csv(words[1])
for (round in seq_len(as.integer(words[2]))) {
  started <- proc.time()[["elapsed"]]
  fit <- survfit(Surv(entry, exit, left) ~ group, data = spells, conf.type = "log-log", timefix = FALSE)
  cat("seconds", proc.time()[["elapsed"]] - started, "\n")
}
cat("survival", formatC(fit$surv, digits = 17, format = "g"), "\n")
cat("lower", formatC(fit$lower, digits = 17, format = "g"), "\n")
