# Rscript derive-competing.R spells.csv : cumulative incidences of R's survival, as expected.json.
# spells.csv has entry, exit and cause (0 still in post, else the way out).
suppressMessages(library(survival))
args <- commandArgs(trailingOnly = TRUE)
here <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))
source(file.path(here, "write-json.R"))
spells <- read.csv(args[1])
ways <- sort(setdiff(unique(spells$cause), 0))
state <- factor(spells$cause, c(0, ways))
fit_of <- function(kind) survfit(Surv(entry, exit, state) ~ 1, spells, id = seq_len(nrow(spells)), conf.type = kind)
fits <- setNames(lapply(c("plain", "log", "log-log"), fit_of), c("plain", "log", "log-log"))
fit <- fits$plain
incidence <- function(k) {
  column <- k + 1
  list(
    events = vec(fit$n.event[, column]), incidence = vec(fit$pstate[, column]),
    se = vec(fit$std.err[, column]),
    bands = lapply(fits, function(f) list(lower = vec(f$lower[, column]), upper = vec(f$upper[, column]))))
}
cat(json(list(
  time = vec(fit$time), at_risk = vec(fit$n.risk[, 1]), survival = vec(fit$pstate[, 1]),
  causes = lapply(seq_along(ways), incidence))), "\n")
