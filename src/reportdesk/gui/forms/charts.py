# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'charts.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject, QSize, Qt)
from PySide6.QtWidgets import (QComboBox, QHBoxLayout,
    QLabel, QListWidget, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_Charts(object):
    def setupUi(self, Charts):
        if not Charts.objectName():
            Charts.setObjectName(u"Charts")
        Charts.resize(980, 680)
        self.outer = QVBoxLayout(Charts)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.lead = QLabel(Charts)
        self.lead.setObjectName(u"lead")
        self.lead.setWordWrap(True)

        self.outer.addWidget(self.lead)

        self.middle = QHBoxLayout()
        self.middle.setSpacing(16)
        self.middle.setObjectName(u"middle")
        self.side = QVBoxLayout()
        self.side.setSpacing(8)
        self.side.setObjectName(u"side")
        self.cards_label = QLabel(Charts)
        self.cards_label.setObjectName(u"cards_label")
        self.cards_label.setWordWrap(True)

        self.side.addWidget(self.cards_label)

        self.cards = QListWidget(Charts)
        self.cards.setObjectName(u"cards")
        self.cards.setMinimumSize(QSize(220, 0))
        self.cards.setMaximumSize(QSize(260, 16777215))

        self.side.addWidget(self.cards)

        self.theme_label = QLabel(Charts)
        self.theme_label.setObjectName(u"theme_label")
        self.theme_label.setWordWrap(True)

        self.side.addWidget(self.theme_label)

        self.theme = QComboBox(Charts)
        self.theme.setObjectName(u"theme")

        self.side.addWidget(self.theme)

        self.scale_label = QLabel(Charts)
        self.scale_label.setObjectName(u"scale_label")
        self.scale_label.setWordWrap(True)

        self.side.addWidget(self.scale_label)

        self.scale = QComboBox(Charts)
        self.scale.setObjectName(u"scale")

        self.side.addWidget(self.scale)


        self.middle.addLayout(self.side)

        self.scroll = QScrollArea(Charts)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.content = QWidget()
        self.content.setObjectName(u"content")
        self.content_layout = QVBoxLayout(self.content)
        self.content_layout.setObjectName(u"content_layout")
        self.picture = QLabel(self.content)
        self.picture.setObjectName(u"picture")

        self.content_layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter|Qt.AlignmentFlag.AlignTop)

        self.scroll.setWidget(self.content)

        self.middle.addWidget(self.scroll)


        self.outer.addLayout(self.middle)

        self.remark = QLabel(Charts)
        self.remark.setObjectName(u"remark")
        self.remark.setWordWrap(True)

        self.outer.addWidget(self.remark)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(Charts)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(Charts)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)

#if QT_CONFIG(shortcut)
        self.cards_label.setBuddy(self.cards)
        self.theme_label.setBuddy(self.theme)
        self.scale_label.setBuddy(self.scale)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(Charts)
        self.ok.clicked.connect(Charts.accept)
        self.cancel.clicked.connect(Charts.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(Charts)
    # setupUi

    def retranslateUi(self, Charts):
        Charts.setWindowTitle(QCoreApplication.translate("Charts", u"\u56fe\u89e3", None))
        self.lead.setText(QCoreApplication.translate("Charts", u"\u6309\u8868\u683c\u91cc\u7684\u6570\u753b\u6210\u7684\u56fe\uff0c\u7ed9\u516c\u4f17\u770b\u3002\u52fe\u9009\u8981\u753b\u7684\u5361\u7247\uff0c\u9009\u4e00\u79cd\u914d\u8272\u3002", None))
        self.cards_label.setText(QCoreApplication.translate("Charts", u"\u5361\u7247", None))
#if QT_CONFIG(accessibility)
        self.cards.setAccessibleName(QCoreApplication.translate("Charts", u"\u8981\u753b\u7684\u5361\u7247", None))
#endif // QT_CONFIG(accessibility)
        self.theme_label.setText(QCoreApplication.translate("Charts", u"\u914d\u8272", None))
        self.scale_label.setText(QCoreApplication.translate("Charts", u"PNG \u5927\u5c0f", None))
#if QT_CONFIG(accessibility)
        self.scroll.setAccessibleName(QCoreApplication.translate("Charts", u"\u56fe\u89e3\u9884\u89c8", None))
#endif // QT_CONFIG(accessibility)
        self.ok.setText(QCoreApplication.translate("Charts", u"\u4fdd\u5b58\u5230\u6587\u4ef6\u5939\u2026", None))
        self.cancel.setText(QCoreApplication.translate("Charts", u"\u5173\u95ed", None))
    # retranslateUi

