# JSON with 17 significant digits, so that doubles survive; NA, NaN and infinity become null.
json <- function(x) {
  if (is.list(x)) {
    if (is.null(names(x))) return(paste0("[", paste(vapply(x, json, ""), collapse = ","), "]"))
    fields <- paste0('"', names(x), '":', vapply(x, json, ""))
    return(paste0("{", paste(fields, collapse = ",\n"), "}"))
  }
  text <- ifelse(is.finite(x), sprintf("%.17g", x), "null")
  if (length(x) == 1 && is.null(attr(x, "vector"))) text else paste0("[", paste(text, collapse = ","), "]")
}
vec <- function(x) structure(unname(x), vector = TRUE)
